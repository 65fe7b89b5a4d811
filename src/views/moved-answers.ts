/**
 * What a change of the ladder does to somebody's answers.
 */
import type { Held, MovedAnswers, Raised, Why } from '../core/profile/moved-answers.ts';
import { type Block, item, list, paragraph, section } from '../report/report.ts';
import { joinWords } from './parts.ts';

/** What moves, what the person has to look at, and what is asked of them now; what keeps its place is only counted. */
export function movedBlocks({ kept, moved, doubtful, lost, raised }: MovedAnswers): Block[] {
  const number = kept.length + moved.length + doubtful.length + lost.length;
  const counts = [
    [moved.length, 'move'],
    [doubtful.length, 'in doubt'],
    [lost.length, 'without a place'],
  ] as const;
  const told = counts.flatMap(([many, what]) => (many === 0 ? [] : [`${many} ${what}`]));
  const sentence =
    told.length === 0
      ? number === 1
        ? 'The one entry keeps its place.'
        : `All ${number} entries keep their place.`
      : `${kept.length} of ${number} entries keep their place: ${joinWords(told)}.`;
  return [
    paragraph(number === 0 ? 'The profile holds nothing that this could change.' : sentence),
    ...section(
      2,
      'Take a new id',
      list(moved.map((one) => item('±', [`${nameOf(one)} → ${one.to[0]!.title}${idOf(one)}`], 'changed'))),
    ),
    ...section(2, 'In doubt', list(doubtful.map((one) => item('?', [`${nameOf(one)}: ${reasonOf(one)}`])))),
    ...section(
      2,
      'Without a place',
      list(lost.map((one) => item('-', [`${nameOf(one)}: ${reasonOf(one)}`], 'removed'))),
    ),
    ...section(2, 'Asked of you now', list(raised.map((one) => item('↑', [raisedText(one)], 'added')))),
  ];
}

function nameOf({ of, title }: Held): string {
  return of === 'role'
    ? `Your role, ${title}`
    : of === 'aim'
      ? `Your aim, ${title}`
      : of === 'plan'
        ? `In your plan, ${title}`
        : title;
}

/** Where only the id is another one, the titles say nothing. */
function idOf({ id, title, to }: Held): string {
  const [target] = to;
  return target?.title === title ? ` (${id} → ${target.id})` : '';
}

function reasonOf({ why, to, word = '' }: Held & { readonly why: Why }): string {
  const titles = to.map(({ title }) => title);
  const [only = ''] = titles;
  return {
    split: `now ${joinWords(titles)}`,
    merged: `now a part of ${only}`,
    guess: `perhaps now ${only} (${to[0]?.id ?? ''}), which the ladder does not say`,
    scale: 'the levels have another order now',
    level: `no answer of the new scale is "${word}"`,
    gone: 'not on the ladder any more',
  }[why];
}

function raisedText({ of, title, from, to }: Raised): string {
  const by = { role: 'your role', next: 'your next role', aim: 'your aim' }[of];
  if (from !== undefined && to !== undefined) return `${title}: ${from} → ${to}, for ${by}`;
  return `${title}${to === undefined ? '' : `: ${to}`}, new for ${by}`;
}
