/**
 * What is written of roles set side by side and of the moves between them: compare, path, graph.
 */
import {
  basis,
  cite,
  contrast,
  disagreement,
  id,
  kind,
  levelChange,
  MOVE,
  progression,
  REQUIREMENT,
  requirement,
  RESPONSIBILITY,
  responsibility,
  scale,
  standing,
  statement,
} from './output-parts.ts';
import { boolean, count, keys, list, number, oneOf, orNull, record, someOf, string } from './written.ts';

const need = keys({ role: id, ...REQUIREMENT });

export const compareData = keys({
  levels: scale,
  roles: list(id),
  about: list(keys({ id, title: string(), rank: number(), track: orNull(id), summary: orNull(statement) })),
  only: orNull(oneOf(['changed', 'common', 'unique'])),
  counts: keys(
    { common: count(), differing: count(), related: count(), partial: count(), unique: count() },
    'How many items there are of each standing, before any filter.',
  ),
  contrasts: list(contrast),
  responsibilities: list(
    keys({ id, area: id, standing, group: orNull(id), held: list(keys({ role: id, ...RESPONSIBILITY })) }),
  ),
  skills: list(keys({ skill: id, standing, held: list(need) })),
  notApplicable: list(
    keys({ skill: id, held: list(need) }),
    'Skills that are stated not to apply to some of the roles, which is not the same as not stated. They have no standing.',
  ),
  silent: keys(
    { areas: list(keys({ area: id, role: id })), skills: list(id) },
    'Where nothing is stated, which is not to say that nothing is needed.',
  ),
  disagreements: list(disagreement),
});

/** What a step is compared with, and whether the ladder says nothing there. */
const COMPARED = { comparedWith: orNull(id), silent: boolean() };

const step = keys({
  ...MOVE,
  basis,
  progressions: list(progression),
  size: orNull(
    count(),
    'How many things are new: skills and responsibilities gained, levels raised, skills worded otherwise; null where nothing is stated.',
  ),
  skills: orNull(
    keys({
      gained: list(id),
      returned: list(
        keys({ skill: id, metAs: id }),
        'Not needed by the role before, but by an earlier one on the route.',
      ),
      raised: list(levelChange, 'To a level that no role before it on the route has.'),
      lowered: list(levelChange),
      reworded: list(keys({ skill: id, from: string(), to: string() }), 'At no other level, in other words.'),
      kept: list(id),
      left: list(id, 'Needed before and not repeated.'),
      ruledOut: list(id, 'Needed before and stated not to apply to the new role.'),
      ...COMPARED,
    }),
    'null for the routes that follow the best one, without --all.',
  ),
  responsibilities: orNull(
    keys({
      gained: list(id),
      grown: list(keys({ id, growsOutOf: list(id) }), 'The same work as something met on the way, at another scope.'),
      returned: list(keys({ id, metAs: id }), 'Not of the role before, but of an earlier one on the route.'),
      kept: list(id),
      left: list(id),
      ...COMPARED,
    }),
  ),
});

export const pathData = keys({
  from: id,
  to: id,
  limits: keys({ via: list(id), avoid: list(id), kinds: list(kind), sources: list(cite) }),
  ranking: oneOf(
    [
      ['unstated', 'moves'],
      ['moves', 'unstated'],
    ],
    'What routes are ranked by, the first first.',
  ),
  complete: boolean('False when the search was given up before it was sure that there are no better routes.'),
  roles: record(string(), 'The title of every role on a route, by id.'),
  skills: record(string(), 'The name of every skill that these roles speak of, by id.'),
  responsibilities: record(
    string(),
    'The text of every responsibility, by id, as the most junior of these roles words it.',
  ),
  expectations: orNull(
    list(keys({ role: id, responsibilities: list(responsibility), skills: list(requirement) })),
    'All that the roles on a route answer for and need; null without --full.',
  ),
  routes: list(keys({ roles: list(id), unstated: count('How many moves no source states.'), steps: list(step) })),
  disagreements: list(
    keys({ id, title: string(), roles: list(id), positions: orNull(list(statement), 'null without --full') }),
    'Those about two roles that follow each other on a route.',
  ),
  deadEnd: orNull(
    keys(
      { nearest: orNull(keys({ role: id, moves: count() })), reverse: boolean(), withoutLimits: boolean() },
      'What is known when there is no route.',
    ),
  ),
});

export const graphData = keys({
  nodes: list(
    keys({ id, title: string(), rank: number(), track: orNull(id) }),
    'The roles in the picture, junior to senior.',
  ),
  edges: list(
    keys({ ...MOVE, bases: someOf(basis, 'The best known first.'), cites: list(cite) }),
    'The moves between them: progressions between the same roles and of the same kind are one.',
  ),
  highlighted: keys({ roles: list(id), moves: list(keys(MOVE)) }, 'What is set off.'),
  route: orNull(
    keys({ from: id, to: id, roles: list(id, 'Both ends included; empty where there is no route.') }),
    'The best route from one role to another; null where none was asked for.',
  ),
  leftOut: keys({ roles: count(), moves: count() }, 'How much of the ladder is not in the picture.'),
});
