import { createBrowserRouter } from 'react-router';
import type { ComponentType } from 'react';
import { Home } from './screens/home.tsx';
import { Door } from './shell/door.tsx';
import { Shell } from './shell/shell.tsx';
import { Waiting } from './look/signs.tsx';
import { Missing, WentWrong } from './shell/wrong.tsx';

/** A screen that is loaded when somebody goes there. */
function later<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return async () => ({ Component: (await load())[name] });
}

/**
 * The console's addresses. Three screens serve every kind of work: a list, a form, a record; what one kind has of its own
 * stands below `special` (see special/pages.tsx).
 */
export const router = createBrowserRouter(
  [
    {
      ErrorBoundary: WentWrong,
      HydrateFallback: Waiting,
      children: [
        { index: true, Component: Door },
        { path: 'oidc', lazy: later(() => import('./shell/identity.tsx'), 'Identity') },
        {
          path: ':org',
          Component: Shell,
          ErrorBoundary: WentWrong,
          children: [
            { index: true, Component: Home },
            { path: 'me', lazy: later(() => import('./screens/me/me.tsx'), 'Me') },
            {
              path: 'office/accounts',
              lazy: later(() => import('./screens/office/accounts.tsx'), 'Accounts'),
            },
            {
              path: 'office/webhooks',
              lazy: later(() => import('./screens/office/webhooks.tsx'), 'Webhooks'),
            },
            { path: 'office/unlock', lazy: later(() => import('./screens/office/unlock.tsx'), 'Unlock') },
            { path: 'office/acts', lazy: later(() => import('./screens/office/acts.tsx'), 'Acts') },
            {
              path: 'office/sign-ins',
              lazy: later(() => import('./screens/office/sign-ins.tsx'), 'OfficeSignIns'),
            },
            { path: 'office/samples', lazy: later(() => import('./screens/office/samples.tsx'), 'Samples') },
            { path: 'townships', lazy: later(() => import('./screens/county/townships.tsx'), 'Townships') },
            { path: 'search', lazy: later(() => import('./screens/search.tsx'), 'Search') },
            { path: 'figures', lazy: later(() => import('./screens/figures/cockpit.tsx'), 'Cockpit') },
            { path: 'figures/:figure', lazy: later(() => import('./screens/figures/figure.tsx'), 'Figure') },
            { path: ':kind', lazy: later(() => import('./screens/list/list.tsx'), 'List') },
            {
              path: ':kind/new/:step',
              lazy: later(() => import('./screens/form/start-form.tsx'), 'StartForm'),
            },
            { path: ':kind/paste/:step', lazy: later(() => import('./screens/list/paste.tsx'), 'Paste') },
            { path: ':kind/special/:page', lazy: later(() => import('./special/pages.tsx'), 'SpecialPage') },
            { path: ':kind/:id', lazy: later(() => import('./screens/record/record.tsx'), 'Record') },
            {
              path: ':kind/:id/do/:step',
              lazy: later(() => import('./screens/form/step-form.tsx'), 'StepForm'),
            },
            {
              path: ':kind/:id/mend/:act',
              lazy: later(() => import('./screens/form/mend-form.tsx'), 'MendForm'),
            },
            { path: '*', Component: Missing },
          ],
        },
        { path: '*', Component: Missing },
      ],
    },
  ],
  { basename: '/console' },
);
