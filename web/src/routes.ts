// Every page by its address. Each is fetched when somebody goes there; what an attendee never opens costs them nothing.

import type { RouteDefinition } from '@solidjs/router';
import { lazy } from 'solid-js';

export const routes: RouteDefinition[] = [
  {
    component: lazy(() => import('./pages/doors/layout.tsx')),
    children: [
      { path: '/sign-in', component: lazy(() => import('./pages/doors/sign-in.tsx')) },
      { path: '/setup', component: lazy(() => import('./pages/doors/setup.tsx')) },
      { path: '/join', component: lazy(() => import('./pages/doors/join.tsx')) },
    ],
  },
  {
    component: lazy(() => import('./pages/house/layout.tsx')),
    children: [
      { path: '/', component: lazy(() => import('./pages/meetings/page.tsx')) },
      { path: '/meetings/new', component: lazy(() => import('./pages/schedule/page.tsx')) },
    ],
  },
  {
    path: '/meetings/:id',
    component: lazy(() => import('./pages/meeting/layout.tsx')),
    children: [
      { path: '/', component: lazy(() => import('./pages/meeting/overview.tsx')) },
      { path: '/desk', component: lazy(() => import('./pages/desk/page.tsx')) },
      { path: '/room', component: lazy(() => import('./pages/room/page.tsx')) },
      { path: '/archive', component: lazy(() => import('./pages/archive/page.tsx')) },
    ],
  },
  { path: '*', component: lazy(() => import('./pages/not-found.tsx')) },
];
