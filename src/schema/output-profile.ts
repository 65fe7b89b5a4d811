/**
 * What the commands about profiles write.
 */
import { PLAN_KINDS, PLAN_STATES, TRUTHS } from '../core/profile/profile.ts';
import { id } from './output-parts.ts';
import { boolean, count, keys, list, named, oneOf, ordinal, orNull, string, whole } from './written.ts';

const evidence = keys({ text: string(), on: orNull(string()), url: orNull(string()) });

export const profileAnswer = named(
  'profileAnswer',
  keys({
    level: orNull(id),
    truth: orNull(oneOf(TRUTHS)),
    notApplicable: orNull(string(), 'the reason'),
    on: orNull(string()),
    evidenceCount: count(),
    evidence: orNull(list(evidence), 'null without --evidence'),
  }),
);

export const profileHead = named(
  'profile',
  keys({
    name: string('me, or @ and a file'),
    version: orNull(string(), 'the version of the ladder that it was answered on'),
    on: orNull(string()),
    by: orNull(string()),
    role: orNull(id),
    aim: orNull(id),
  }),
);

const ITEM = { kind: oneOf(['skill', 'responsibility']), id };
const ONE = {
  ...ITEM,
  standing: oneOf(['lacks', 'partly', 'has', 'not-answered', 'not-applicable']),
  essential: boolean(),
  asked: orNull(id, 'the level that the role asks for'),
  answer: orNull(profileAnswer),
};
const measured = keys(ONE);
const COUNTS = {
  answered: count('has, partly and lacks together'),
  essentialMissing: count('essential skills that are known to be missing, wholly or partly'),
  has: count(),
  partly: count(),
  lacks: count(),
  notAnswered: count(),
  notApplicable: count(),
};
const planEntry = keys({
  skill: orNull(id),
  responsibility: orNull(id),
  to: orNull(string()),
  how: orNull(string()),
  kind: orNull(oneOf(PLAN_KINDS)),
  doneWhen: orNull(string()),
  by: orNull(string()),
  review: orNull(string()),
  state: oneOf(PLAN_STATES),
});

export const meData = keys({
  profile: profileHead,
  answers: list(keys({ ...ITEM, answer: profileAnswer })),
  plan: list(planEntry),
});

export const standingData = keys({
  profile: profileHead,
  roles: list(keys({ role: id, ...COUNTS, items: list(measured) })),
});

export const pathMeData = keys({
  profile: profileHead,
  from: id,
  to: id,
  steps: list(keys({ role: id, ...COUNTS, missing: list(measured, 'what no earlier step has named') })),
});

export const fitData = keys({
  profile: profileHead,
  ranked: list(keys({ role: id, place: ordinal(), ...COUNTS }), 'roles that nothing sets apart share a place'),
  tooLittle: list(keys({ role: id, ...COUNTS }), 'roles of which too little is answered to rank them'),
});

export const planData = keys({
  profile: profileHead,
  to: id,
  ahead: list(keys({ role: id, ...COUNTS })),
  plan: list(planEntry, 'what the profile plans already and is open'),
  proposed: list(
    keys({ ...ONE, role: id, isNext: boolean(), neededBy: whole({ minimum: 1 }) }),
    'the gaps to close first, that no plan has yet',
  ),
  gaps: count('all gaps that are known, planned or not'),
});

export const viewsData = keys({
  first: profileHead,
  second: profileHead,
  roles: list(id),
  items: list(
    keys({
      ...ITEM,
      first: orNull(profileAnswer),
      second: orNull(profileAnswer),
      agree: boolean(),
      steps: orNull(whole({ minimum: -1000 }), 'how far the second is above the first'),
      evidenceAdded: count(),
    }),
  ),
});
