/**
 * Simulates people who take the shipped quiz and prints what the engine makes of their answers: `npm run bench:quiz`.
 */
import { createInstrument } from '../../src/core/quiz/instrument.ts';
import { bankRatedBy, HELD_OUT, SHIPPED_LADDER, SHIPPED_ROLES, shippedBank } from '../support/shipped-quiz.ts';
import { takeInterest } from '../support/take-quiz.ts';
import { agreement, ASSUMPTIONS } from './assumptions.ts';
import { bestFit, fixedOrder, leastQuestions } from './baselines.ts';
import {
  answerCarelessly,
  blend,
  CARELESS,
  checkNow,
  countFalls,
  countMisread,
  countNowFalls,
  noisy,
  worstLead,
} from './guards.ts';
import { recover, type Trial } from './recovery.ts';
import { type Row, printTable, row, single } from './table.ts';

const NOISE = [0, 0.1, 0.2, 0.3];
const PEOPLE = 2000;
const FEWER = 1000;
const FIXED_LENGTH = 12;
const SEED = {
  fixed: 101,
  own: 201,
  rater: 301,
  misjudged: 401,
  shared: 501,
  shifted: 601,
  now: 701,
  careless: 801,
  blends: 901,
  falls: 1001,
};

const started = performance.now();
const bank = shippedBank();
const trial: Trial = { bank, ladder: SHIPPED_LADDER };
const instrument = createInstrument(bank, SHIPPED_LADDER);
const fixed = fixedOrder(bank, instrument, FIXED_LENGTH, SEED.fixed);
const own = NOISE.map((noise, i) => recover(trial, noisy(noise), PEOPLE, SEED.own + i, fixed));
const truth = bankRatedBy(bank, HELD_OUT);
const rater = NOISE.map((noise, i) => recover({ ...trial, truth }, noisy(noise), FEWER, SEED.rater + i, fixed));
const [misjudged, shared, shifted] = [
  { seed: SEED.misjudged, more: { misjudged: 0.2 } },
  { seed: SEED.shared, more: { sharedSd: 0.5 } },
  { seed: SEED.shifted, more: { shiftSd: 0.8 } },
].map(({ seed, more }) =>
  NOISE.map((noise, i) => recover(trial, { ...noisy(noise), ...more }, FEWER, seed + i, fixed)),
) as [typeof own, typeof own, typeof own];
const now = NOISE.map((noise, i) => checkNow(trial, noisy(noise), PEOPLE, SEED.now + i));
const blends = NOISE.map((noise, i) => blend(trial, noisy(noise), FEWER, SEED.blends + i));

const byNoise: Row[] = [
  row('first choice right, %', own, (c) => 100 * c.first, 'least', [98, 96, 92, 85]),
  row(`  fixed order, ${FIXED_LENGTH} questions`, own, (c) => 100 * c.fixed),
  row(`  all ${bank.questions.length} questions`, own, (c) => 100 * c.everyQuestion),
  row('right, or named by the verdict, %', own, (c) => 100 * c.named),
  row('questions asked, mean, present role given', own, (c) => c.questions, 'most', [10, undefined, 12]),
  row('  no way of asking needs fewer, for as many right', own, (c) => leastQuestions(c.first, SHIPPED_ROLES.length)),
  row('same first choice on a retest, %', own, (c) => 100 * c.retest, 'least', [94, 87, 80]),
  row('calibration error', own, (c) => c.calibrationError, 'most', [undefined, 0.04], 3),
  row('least recall of any role, %', own, (c) => 100 * c.leastRecall, 'least', [undefined, 88]),
  row('first choice within one rung, %', own, (c) => 100 * c.withinOneRung, 'least', [undefined, undefined, 98]),
  row('told no role though one fits, %', own, (c) => 100 * c.noneTold),
  row('told "clearly" or "most likely", and rightly, of all, %', own, (c) => 100 * c.toldRight),
  row('right when told so, %', own, (c) => 100 * c.rightWhenTold),
  row('truth by the rater held out: first right, %', rater, (c) => 100 * c.first, 'least', [88, 86, 78]),
  row('  calibration error', rater, (c) => c.calibrationError, 'most', [undefined, 0.06], 3),
  row('weights off by one in a fifth: first right, %', misjudged, (c) => 100 * c.first),
  row('  calibration error', misjudged, (c) => c.calibrationError, undefined, [], 3),
  row('errors shared by a role and area: first right, %', shared, (c) => 100 * c.first),
  row('  calibration error', shared, (c) => c.calibrationError, undefined, [], 3),
  row('yes- and no-sayers (shift sd .8): first right, %', shifted, (c) => 100 * c.first, 'least', [undefined, 89]),
  row('65/35 between two roles: both named, %', blends, (c) => 100 * c.bothNamed, 'least', [92]),
  row('  told that it is between two, %', blends, (c) => 100 * c.between),
  row('  the greater part first, %', blends, (c) => 100 * c.majorFirst),
  row('now, not given: exactly the role held, %', now, (c) => 100 * c.exact, 'least', [54]),
  row('  least of any role, %', now, (c) => 100 * Math.min(...c.byRole), 'least', [35]),
  ...SHIPPED_ROLES.map(({ id }, role) => row(`    ${id}`, now, (c) => 100 * c.byRole[role]!)),
  row('  within one rung of it, %', now, (c) => 100 * c.withinOne, 'least', [94]),
  row('  more than one rung too high, %', now, (c) => 100 * c.tooHigh, 'most', [1], 2),
  row('  within the range that is named, %', now, (c) => 100 * c.inRange),
];

const perfect = SHIPPED_ROLES.map(({ id }, role) => {
  const taken = takeInterest(instrument, (question) => bank.questions.find((q) => q.id === question)!.weights[id]!);
  return { right: bestFit(instrument, taken.given) === role, asked: taken.asked };
});
const careless = Object.entries(CARELESS).map(([name, kind], i) => ({
  name,
  found: answerCarelessly(trial, FEWER, SEED.careless + i, kind()),
}));
const MOST_TOLD: Readonly<Record<string, number>> = {
  'any answer alike': 18,
  'only 3 to 5': 5,
  'mostly 4': 5,
  '4, 5, 4, 5 …': 0,
};
const nowFalls = countNowFalls(trial);
const once: Row[] = [
  single('perfect answers: roles found, of 8', perfect.filter(({ right }) => right).length, 'least', 8, 0),
  single(
    'perfect answers: questions of interest, at most',
    Math.max(...perfect.map(({ asked }) => asked)),
    'most',
    8,
    0,
  ),
  ...careless.map(({ name, found }) => {
    const most = MOST_TOLD[name];
    return single(`careless, ${name}: told a role, %`, 100 * found.told, most === undefined ? undefined : 'most', most);
  }),
  single(
    'careless, all kinds: told a role, %',
    (100 * careless.reduce((sum, { found }) => sum + found.told, 0)) / careless.length,
  ),
  single(
    'careless, all kinds: told one and the same, at most, %',
    100 * Math.max(...careless.filter(({ name }) => !/^\d|same/.test(name)).map(({ found }) => found.mostTold)),
  ),
  single('own role given and told another, of 1,000', countMisread(trial, 1000, SEED.now), 'most', 0, 0),
  single(`more experience lowers "now", in ${nowFalls.steps} steps`, nowFalls.falls, 'most', 0, 0),
  single('fit falls, in 400,000 moves towards a role', countFalls(instrument, 400_000, SEED.falls), 'most', 0, 0),
  single('leads: largest error of the sum', worstLead(instrument, 5000, SEED.falls), 'most', 1e-9, 15),
];

console.log(
  `The quiz engine on simulated people\n\n${ASSUMPTIONS(bank, PEOPLE, FEWER, FIXED_LENGTH)}\n\n${agreement()}\n`,
);
console.log(`Seeds: ${JSON.stringify(SEED)}; a cell adds 0 to 3 for its noise.\n`);
printTable(['share of answers that are noise', ...NOISE.map((n) => `${100 * n} %`)], byNoise);
console.log('');
printTable(['once', 'found'], once);
const rows = [...byNoise, ...once].flatMap(({ met }) => met ?? []);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`\n${rows.filter(Boolean).length} of ${rows.length} targets met, in ${seconds} s.`);
