/**
 * What somebody types who has had enough: the same in every question that takes a line.
 */
export function asksToLeave(typed: string): boolean {
  return /^(?:q|quit)$/i.test(typed.trim());
}
