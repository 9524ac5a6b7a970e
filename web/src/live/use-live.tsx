// The meeting that the pages below follow.

import { createContext, useContext } from 'solid-js';
import type { MeetingView } from '@rostrum/projections';
import type { LiveMeeting } from './live-meeting.ts';

/** A live meeting whose snapshot has come. */
export type PresentMeeting = Omit<LiveMeeting, 'view'> & { readonly view: () => MeetingView };

const LiveContext = createContext<PresentMeeting>();

export const LiveProvider = LiveContext.Provider;

/** The live meeting, for every page of it. Throws outside of one. */
export function useLive(): PresentMeeting {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive is called outside of a meeting.');
  return live;
}
