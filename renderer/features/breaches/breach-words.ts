import { useMemo } from 'react';
import type { BreachRow } from '../../../shared/contract/breaches.ts';
import type { BreachRisk, BreachStatus } from '../../../shared/domain/breach.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { localeOf } from '../../app/preferences.ts';
import { useSession } from '../../app/session-context.tsx';
import type { Tone } from '../../design/tag.tsx';

/** "Tuesday 24 November, 14:20", at the site. */
export const momentText = (locale: string, timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));

/** Writes moments with their day of the week, in the language of the screen. */
export const useMomentText = (): ((instant: string) => string) => {
  const { preferences } = usePreferences();
  const { status } = useSession();
  const locale = localeOf[preferences.language];
  const timeZone = status.workplace?.timeZone ?? 'UTC';
  return useMemo(() => (instant) => momentText(locale, timeZone, instant), [locale, timeZone]);
};

export const deadlineTone = (deadline: BreachRow['deadline']): Tone => (deadline === 'OVER' ? 'danger' : deadline === 'NEAR' ? 'warn' : 'plain');

export const statusTone = (status: BreachStatus): Tone => (status === 'REPORTED' ? 'warn' : status === 'ASSESSED' ? 'accent' : status === 'CLOSED' ? 'plain' : 'done');

export const riskTone = (risk: BreachRisk): Tone => (risk === 'HIGH' ? 'danger' : risk === 'RISK' ? 'warn' : 'plain');
