/**
 * A tall cumulative ladder, made by counting: sixty roles on five tracks, with something of everything that a ladder can say.
 */

const TRADES = ['Grower', 'Miller', 'Baker', 'Seller', 'Steward'];
/** Twelve steps of each trade; the one without a word of its own is the trade alone, whose title begins no other. */
const STEPS = [
  'Trainee',
  'Assistant',
  'Junior',
  '',
  'Skilled',
  'Senior',
  'Lead',
  'Principal',
  'Deputy',
  'Head',
  'Chief',
  'Grand',
];
const AREAS = ['Grain', 'Ovens', 'Customers', 'People', 'Money', 'Safety'];
const LEVELS = ['Seen', 'Done', 'Mastered', 'Taught'];
const IMPORTANCES = ['essential', 'useful', 'optional'];
const SKILLS = [
  'Sowing',
  'Harvesting',
  'Grinding',
  'Kneading',
  'Shaping loaves',
  'Firing ovens',
  'Pricing',
  'Selling',
  'Bookkeeping',
  'Hygiene',
  'Teaching',
  'Planning',
];
const FACTS = 24;

const idOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-');
const titleOf = (track: number, step: number): string => `${STEPS[step]!} ${TRADES[track]!}`.trim();
const roleId = (track: number, step: number): string => idOf(titleOf(track, step));
const fact = (number: number): string => `F-${(number % FACTS) + 1}`;
/** What a statement leans on: a fact, two, a whole source, or nothing but the ladder keeper. */
const backing = (number: number): object =>
  [{ cites: [fact(number)] }, { cites: [fact(number), fact(number + 7)] }, { cites: ['G'] }, { editorial: true }][
    number % 4
  ]!;

function role(track: number, step: number): object {
  const title = titleOf(track, step);
  const id = roleId(track, step);
  const number = track * STEPS.length + step;
  const said = {
    id,
    title,
    // Two steps of one rank on each track: both hold for the rank above. Ranks need not be whole.
    rank: step === 6 ? 6 : step === 9 ? 9.5 : step + 1,
    track: idOf(TRADES[track]!),
    ...(step === 3 ? { aliases: [`${title}, fully trained`, `${title.slice(0, 2)}4`] } : {}),
  };
  // Of one role a track nothing is said, and of another one not what it needs.
  if (step === 7) return said;
  const responsibilities = [
    // The same for every third step of the track, each time in other words.
    {
      id: `${idOf(TRADES[track]!)}.day-${step % 3}`,
      area: idOf(AREAS[(number + 1) % AREAS.length]!),
      text: `Answer for day ${step + 1} of the ${TRADES[track]!.toLowerCase()}s' week.`,
      ...backing(number),
    },
    // Shared by the roles of one step, whatever their track.
    {
      id: `step-${step}`,
      area: idOf(AREAS[step % AREAS.length]!),
      text: `Keep what belongs to step ${step + 1} in order.`,
      ...backing(number + 1),
    },
    {
      area: idOf(AREAS[(number * 5) % AREAS.length]!),
      text: `Settle matter ${number + 1} *as it comes* | with "crème brûlée" & <care>.`,
      ...backing(number + 2),
    },
  ].slice(0, 1 + (number % 3));
  const skills = Array.from({ length: 1 + (number % 3) }, (_, index) => {
    const skill = idOf(SKILLS[(track * 3 + step * 2 + index * 5) % SKILLS.length]!);
    const kind = (number + index) % 9;
    const backed = backing(number + index);
    if (kind === 8) return { skill, notApplicable: true, ...backed };
    return {
      skill,
      // Levels mostly rise with the steps, and now and then fall.
      ...(kind === 7 ? {} : { level: idOf(LEVELS[Math.min(3, Math.floor((step + (kind % 3)) / 4))]!) }),
      ...(kind % 2 === 0 ? { importance: IMPORTANCES[(number + index) % 3]! } : {}),
      ...(kind % 3 === 0 ? { text: `As far as the work needs it by day ${number + 1}.` } : {}),
      ...backed,
    };
  });
  return {
    ...said,
    summary: { text: `Does the work of a ${title} and answers for it.`, ...backing(number + 3) },
    // Some take over what a role of another track does.
    ...(step % 4 === 2 && track > 0
      ? {
          includes: [
            {
              role: roleId(track - 1, step - 1),
              ...(track % 2 === 0 ? { of: ['skills'] } : {}),
              ...backing(number),
            },
          ],
        }
      : {}),
    responsibilities,
    ...(step === 8 ? {} : { skills }),
    ...(step % 5 === 0 ? { notes: [{ text: `Meets the other ${title}s once a year.`, ...backing(number) }] } : {}),
  };
}

function progressions(): object[] {
  return TRADES.flatMap((_, track) =>
    STEPS.flatMap((_, step): object[] => {
      const number = track * STEPS.length + step;
      const from = roleId(track, step);
      const isLast = step === STEPS.length - 1;
      const next = (track + 1) % TRADES.length;
      return [
        // The grand steward is reached by nobody: there are roles without a route between them.
        ...(isLast || (track === 4 && step === 10)
          ? []
          : [
              {
                from,
                to: roleId(track, step + 1),
                ...(number % 7 === 2 ? {} : { cites: [fact(number)] }),
                ...(number % 6 === 1 ? { basis: 'implied' } : {}),
                ...(number % 5 === 0 ? { note: `After a test, as on day ${number + 1}.` } : {}),
              },
            ]),
        // Two sources know some of the moves.
        ...(step % 4 === 0 ? [{ from, to: roleId(track, step + 1), basis: 'implied', cites: ['G'] }] : []),
        ...(step % 3 === 2 && !isLast
          ? [{ from, to: roleId(next, step), kind: 'lateral', cites: [fact(number + 5)] }]
          : []),
        ...(step % 4 === 3 && !isLast ? [{ from, to: roleId(next, step + 1), kind: 'track-change' }] : []),
        ...(step % 6 === 4 ? [{ from, to: roleId(track, step - 2), kind: 'step-back', cites: ['G'] }] : []),
      ];
    }),
  );
}

/**
 * Makes the ladder file's content.
 *
 * @returns plain data, the same every time
 */
export function tallLadder(): Record<string, unknown> {
  return {
    id: 'tall',
    version: '3.2.1',
    title: 'From field to shop',
    summary: 'Sixty roles between the field and the shop, made up to be counted.',
    cumulative: true,
    tracks: TRADES.map((title, track) => ({
      id: idOf(title),
      title: `${title}s`,
      ...(track % 2 === 0 ? { description: `All who are a ${title.toLowerCase()}.` } : {}),
    })),
    areas: AREAS.map((title, area) => ({
      id: idOf(title),
      title,
      ...(area % 2 === 0 ? { description: `What has to do with ${title.toLowerCase()}.` } : {}),
    })),
    levels: LEVELS.map((title, level) => ({
      id: idOf(title),
      title,
      ...(level === 1 ? {} : { description: `Has ${title.toLowerCase()} it.` }),
    })),
    skills: SKILLS.map((name, skill) => ({
      id: idOf(name),
      name,
      // In no group, in one, and in one within another.
      ...[{}, { group: 'Bread' }, { group: ['Bread', `Part ${skill % 2}`] }][skill % 3],
      ...(skill % 2 === 0 ? { description: `Knowing about ${name.toLowerCase()}.` } : {}),
      ...(skill % 4 === 0
        ? { levels: Object.fromEntries(LEVELS.map((title) => [idOf(title), `${title} for ${name.toLowerCase()}.`])) }
        : {}),
    })),
    sources: [
      {
        id: 'F',
        title: "The Miller's Year Book",
        date: '1901-02-03',
        url: 'https://example.org/year-book',
        note: 'Third printing.',
        facts: Array.from({ length: FACTS }, (_, number) => ({
          id: `F-${number + 1}`,
          text: `What the year book says on page ${number + 1}.`,
        })),
      },
      { id: 'G', title: 'Guild of Bakers', date: '1988' },
    ],
    roles: TRADES.flatMap((_, track) => STEPS.map((_, step) => role(track, step))),
    progressions: progressions(),
    contrasts: TRADES.slice(1).map((_, track) => ({
      roles: [roleId(track, 3), roleId(track + 1, 3)],
      text: `The one is of trade ${track + 1}, the other of trade ${track + 2}.`,
      ...backing(track),
    })),
    disagreements: [
      {
        id: 'who-leads',
        title: 'Who leads?',
        roles: [roleId(0, 6), roleId(4, 6)],
        positions: [
          { text: 'The grower does.', cites: [fact(5)] },
          { text: 'The steward does.', cites: ['G'] },
        ],
      },
    ],
    notes: [
      { text: 'A mill is loud.', cites: ['G'] },
      { text: 'Ranks are made up.', editorial: true },
    ],
  };
}
