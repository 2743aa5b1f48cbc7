import './old-browsers.ts';
import './look/style.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { askEarly, queries } from './api/queries.ts';
import { LookProvider } from './look/look.tsx';
import { router } from './routes.tsx';
import { listQueryOf } from './screens/list/address.ts';

const [, org, kind] = /^\/console\/(\d{12})(?:\/([a-z-]+))?\/?$/.exec(location.pathname) ?? [];
/** Addresses below an organisation that are no list. */
const NO_LIST = new Set(['me', 'search', 'figures', 'townships']);
if (org !== undefined) {
  const query = listQueryOf(new URLSearchParams(location.search));
  askEarly(org, kind === undefined || NO_LIST.has(kind) ? undefined : { kind, query });
}

createRoot(document.getElementById('console')!).render(
  <QueryClientProvider client={queries}>
    <LookProvider>
      <RouterProvider router={router} />
    </LookProvider>
  </QueryClientProvider>,
);
