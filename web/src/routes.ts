// Every page by its address. Each is fetched when somebody goes there; what an attendee never opens costs them nothing.

import type { RouteDefinition } from '@solidjs/router';
import { lazyPage } from './lazy-page.ts';

/** Whoever works on the application looks at its components here; no build that is served has it. */
const workshop: RouteDefinition[] = import.meta.env.DEV
  ? [{ path: '/ui', component: lazyPage(() => import('./pages/ui/page.tsx')) }]
  : [];

export const routes: RouteDefinition[] = [
  ...workshop,
  {
    component: lazyPage(() => import('./pages/doors/layout.tsx')),
    children: [
      { path: '/sign-in', component: lazyPage(() => import('./pages/doors/sign-in.tsx')) },
      { path: '/setup', component: lazyPage(() => import('./pages/doors/setup.tsx')) },
      { path: '/join', component: lazyPage(() => import('./pages/doors/join.tsx')) },
    ],
  },
  {
    component: lazyPage(() => import('./pages/house/layout.tsx')),
    children: [
      { path: '/', component: lazyPage(() => import('./pages/meetings/page.tsx')) },
      { path: '/meetings/new', component: lazyPage(() => import('./pages/schedule/page.tsx')) },
    ],
  },
  { path: '/meetings/:id/screen', component: lazyPage(() => import('./pages/screen/page.tsx')) },
  { path: '/meetings/:id/steward', component: lazyPage(() => import('./pages/steward/page.tsx')) },
  {
    path: '/meetings/:id',
    component: lazyPage(() => import('./pages/meeting/layout.tsx')),
    children: [
      { path: '/', component: lazyPage(() => import('./pages/meeting/overview.tsx')) },
      { path: '/desk', component: lazyPage(() => import('./pages/desk/page.tsx')) },
      { path: '/room', component: lazyPage(() => import('./pages/room/page.tsx')) },
      { path: '/certificates/:commendationId', component: lazyPage(() => import('./pages/certificate/page.tsx')) },
      { path: '/archive', component: lazyPage(() => import('./pages/archive/page.tsx')) },
    ],
  },
  { path: '*', component: lazyPage(() => import('./pages/not-found.tsx')) },
];
