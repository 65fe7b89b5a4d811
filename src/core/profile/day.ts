/**
 * Days, as they are written in profiles.
 */

/** Whether a text is a day, as in 2026-11-25. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  return month >= 1 && date >= 1 && month <= 12 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
