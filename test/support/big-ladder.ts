/**
 * Large ladders, made up: the size and shape of a national occupation database.
 */
import { mulberry32 } from './rng.ts';

/** How large a ladder to make. */
export interface Size {
  readonly roles: number;
  /** Requirements of each role; a national database has 27. */
  readonly requirements?: number;
  /** Progressions from each role; a national database has 18. */
  readonly progressions?: number;
  readonly skills?: number;
}

/**
 * Makes a ladder file's content: roles in tracks of a hundred ranks, each with progressions upward and some across.
 *
 * @param size how large
 * @returns plain data, the same every time for the same size
 */
export function bigLadder({
  roles,
  requirements = 27,
  progressions = 18,
  skills = 500,
}: Size): Record<string, unknown> {
  const random = mulberry32(roles);
  const below = (limit: number): number => Math.floor(random() * limit);
  const skillIds = Array.from({ length: skills }, (_, index) => `skill-${index}`);
  const levels = ['basic', 'working', 'practised', 'expert'];
  const stride = Math.max(2, Math.ceil(roles / 20));
  const edges = new Set<string>();
  for (let index = 0; index < roles; index++) {
    const wanted = Math.min(progressions, roles - index - 1);
    // One to the next, so that every role is reached; the others as far as a career goes in a move, whatever the ladder's size.
    for (let count = 0; count < wanted; count++) edges.add(`${index} ${index + 1 + (count === 0 ? 0 : below(stride))}`);
  }
  return {
    id: 'big',
    version: '1.0.0',
    title: `A ladder of ${roles} roles`,
    tracks: Array.from({ length: Math.ceil(roles / 100) }, (_, index) => ({
      id: `track-${index}`,
      title: `Track ${index}`,
    })),
    areas: Array.from({ length: 10 }, (_, index) => ({ id: `area-${index}`, title: `Area ${index}` })),
    levels: levels.map((id) => ({ id, title: id })),
    skills: skillIds.map((id, index) => ({ id, name: `Skill number ${index}`, group: [`Group ${index % 20}`] })),
    roles: Array.from({ length: roles }, (_, index) => ({
      id: `role-${index}`,
      title: `Role number ${index}`,
      rank: index,
      track: `track-${Math.floor(index / 100)}`,
      summary: `Does the work of role number ${index}, and answers for it.`,
      responsibilities: Array.from({ length: 5 }, (_, number) => ({
        area: `area-${(index + number) % 10}`,
        text: `Answer for the part ${number} of what role ${index} is there for.`,
      })),
      skills: Array.from({ length: Math.min(requirements, skills) }, (_, number) => ({
        skill: skillIds[(index * 7 + number * 11) % skills]!,
        level: levels[below(4)]!,
        importance: number < 9 ? 'essential' : 'useful',
        text: `As far as role number ${index} needs it for its daily work, and so that others can lean on the part ${number} of it.`,
      })),
    })),
    progressions: [...edges].flatMap((edge) => {
      const [from, to] = edge.split(' ').map(Number) as [number, number];
      return to < roles ? [{ from: `role-${from}`, to: `role-${to}` }] : [];
    }),
  };
}
