/**
 * Simulates people who take the shipped quiz and prints what the engine makes of their answers: `npm run bench:quiz`.
 */
import { createInstrument } from '../../src/core/quiz/instrument.ts';
import { POPULATION } from '../support/people.ts';
import { integer } from '../support/rng.ts';
import { SHIPPED_ROLES, shippedBank } from '../support/shipped-quiz.ts';
import { takeQuiz } from '../support/take-quiz.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import { fixedOrder } from './baselines.ts';
import { answerPointlessly, checkNow, countFalls, worstSum } from './guards.ts';
import { recover } from './recovery.ts';
import { type Row, printTable, row, single } from './table.ts';

const NOISE = [0, 0.1, 0.2, 0.3];
const PEOPLE = 4000;
const FIXED_LENGTH = 12;
const SEED = { fixed: 101, recovery: 201, misjudged: 301, shifted: 401, random: 501, now: 601, falls: 701, sums: 801 };

const started = performance.now();
const bank = shippedBank();
const instrument = createInstrument(bank, SHIPPED_ROLES);
const fixed = { order: fixedOrder(bank, instrument, SEED.fixed), length: FIXED_LENGTH };
const cells = NOISE.map((noise, i) =>
  recover(bank, instrument, { ...POPULATION, noise }, PEOPLE, SEED.recovery + i, fixed),
);
const misjudged = NOISE.map((noise, i) =>
  recover(bank, instrument, { ...POPULATION, misjudged: 0.2, noise }, PEOPLE / 2, SEED.misjudged + i, fixed),
);
const shifted = NOISE.map((noise, i) =>
  recover(bank, instrument, { ...POPULATION, shiftSd: 0.8, noise }, PEOPLE / 2, SEED.shifted + i, fixed),
);
const now = NOISE.map((noise, i) => checkNow(bank, instrument, { ...POPULATION, noise }, PEOPLE * 2, SEED.now + i));

const byNoise: Row[] = [
  row('first choice right, %', cells, (c) => 100 * c.adaptive.first, 'least', [95, 92, 87, 82]),
  row('  fixed order, 12 questions', cells, (c) => 100 * c.fixed.first),
  row('  cosine, same answers as ours', cells, (c) => 100 * c.cosineSame.first),
  row('  cosine, all questions', cells, (c) => 100 * c.cosineAll.first),
  row('  our scoring, all questions', cells, (c) => 100 * c.everyQuestion.first),
  row('right within first two, %', cells, (c) => 100 * c.adaptive.firstTwo, 'least', [99.5, 98.5, 96.5, 94]),
  row('  fixed order, 12 questions', cells, (c) => 100 * c.fixed.firstTwo),
  row('  cosine, same answers as ours', cells, (c) => 100 * c.cosineSame.firstTwo),
  row('  cosine, all questions', cells, (c) => 100 * c.cosineAll.firstTwo),
  row('interest questions asked, mean', cells, (c) => c.questions, 'most', [12, 12, 12]),
  row('same first choice on a retest, %', cells, (c) => 100 * c.retest, 'least', [93, 87, 80]),
  row('calibration error', cells, (c) => c.calibrationError, 'most', [undefined, 0.05, 0.05], 3),
  row('least recall of any role, %', cells, (c) => 100 * c.leastRecall, 'least', [undefined, 88]),
  row('first choice within one rung, %', cells, (c) => 100 * c.withinOneRung, 'least', [undefined, undefined, 98]),
  row('told "no clear fit" though there is one, %', cells, (c) => 100 * c.noneTold),
  row(
    'wrongly taken for straight-lining, %',
    cells,
    (c) => 100 * c.straightLiningTold,
    'most',
    [0.1, 0.1, 0.1, 0.1],
    2,
  ),
  row('told "clear" or "likely", and rightly, of all, %', cells, (c) => 100 * c.toldRight),
  row('right when told "clear" or "likely", %', cells, (c) => 100 * c.rightWhenTold),
  row('weights off by one in a fifth: first right, %', misjudged, (c) => 100 * c.adaptive.first),
  row('  right within first two, %', misjudged, (c) => 100 * c.adaptive.firstTwo),
  row('  calibration error', misjudged, (c) => c.calibrationError, undefined, [], 3),
  row('yes- and no-sayers (shift sd .8): first right, %', shifted, (c) => 100 * c.adaptive.first, 'least', [
    undefined,
    89,
  ]),
  row('"now" more than one rung too high, %', now, (c) => 100 * c.tooHigh, 'most', [0.5, 0.5, 0.5, 0.5], 2),
  row('  if interest alone decided, %', now, (c) => 100 * c.tooHighByInterest),
  row('  exactly the role held, %', now, (c) => 100 * c.exact),
  row('  within one rung of it, %', now, (c) => 100 * c.withinOne),
  row('  lowest two rungs told one of the top two, %', now, (c) => 100 * c.beginnersToldTop, 'most', [0, 0, 0, 0], 2),
];

const perfect = SHIPPED_ROLES.map(({ id }, role) => {
  const taken = takeQuiz(instrument, (question) => bank.questions.find((q) => q.id === question)!.weights[id]!);
  return { right: taken.posterior.roles.every((p, r) => r === role || p < taken.posterior.roles[role]!), taken };
});
const random = answerPointlessly(instrument, PEOPLE, SEED.random, (rng) => integer(rng, 1, 5));
const straight = answerPointlessly(instrument, 5, SEED.random, (_, person) => 1 + (person % 5));
const nearly = answerPointlessly(instrument, 500, SEED.random, (rng, person, number) => {
  const usual = 1 + (person % 5);
  return number === person % 6 ? Math.min(5, Math.max(1, usual + (rng() < 0.5 ? -1 : 1))) : usual;
});
const cycling = answerPointlessly(instrument, 10, SEED.random, (_, person, number) =>
  person < 5 ? 1 + ((person + number) % 5) : 5 - ((person + number) % 5),
);
const once: Row[] = [
  single('perfect answers: roles found, of 8', perfect.filter(({ right }) => right).length, 'least', 8, 0),
  single('perfect answers: questions, at most', Math.max(...perfect.map(({ taken }) => taken.asked)), 'most', 8, 0),
  single('random answers: "no clear fit", %', 100 * random.noClearFit, 'least', 65),
  single('random answers: tie, %', 100 * random.tie),
  single('random answers: role told most often, %', 100 * random.mostToldRole, 'most', 7),
  single('random answers: questions asked, mean', random.questions),
  single('straight-lining caught, %', 100 * straight.straightLining, 'least', 100),
  single('one answer of them one step off: caught, %', 100 * nearly.straightLining),
  single('cycling 1-2-3-4-5: told a role, %', 100 * (1 - cycling.noClearFit - cycling.tie - cycling.straightLining)),
  single('fit falls, in 400,000 moves towards a role', countFalls(instrument, 400_000, SEED.falls), 'most', 0, 0),
  single('explanations: largest error of the sum', worstSum(instrument, 5000, SEED.sums), 'most', 1e-9, 15),
];

console.log(`The quiz engine on simulated people\n\n${ASSUMPTIONS(bank, PEOPLE, FIXED_LENGTH)}\n`);
console.log(`Seeds: ${JSON.stringify(SEED)}; a cell adds 0 to 3 for its noise.\n`);
printTable(['share of answers that are noise', ...NOISE.map((n) => `${100 * n} %`)], byNoise);
console.log('');
printTable(['once', 'found'], once);
const rows = [...byNoise, ...once].flatMap(({ met }) => met ?? []);
console.log(
  `\n${rows.filter(Boolean).length} of ${rows.length} targets met, in ${Math.round((performance.now() - started) / 1000)} s.`,
);
