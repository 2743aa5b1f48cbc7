import './old-browsers.ts';
import './look/style.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queries } from './api/queries.ts';
import { LookProvider } from './look/look.tsx';
import { router } from './routes.tsx';

createRoot(document.getElementById('console')!).render(
  <QueryClientProvider client={queries}>
    <LookProvider>
      <RouterProvider router={router} />
    </LookProvider>
  </QueryClientProvider>,
);
