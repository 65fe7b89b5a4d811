/**
 * The program of the page: shows the view that the address asks for, and follows it as it changes.
 */
import { createCatalog } from '../core/catalog.ts';
import type { Ladder } from '../core/model.ts';
import { bankOf, type LadderBank } from '../core/quiz/bank.ts';
import { searchLadder } from '../core/search/search.ts';
import { element } from '../report/tree.ts';
import { readAddress } from './address.ts';
import { createCites } from './cites.ts';
import { fill, replaceAround, toNodes } from './dom.ts';
import { fitLadders, fitLaddersToPaper, ladderKey, lightLadder } from './ladder-events.ts';
import { filterList } from './list-filter.ts';
import { createPlaces } from './places.ts';
import type { Book, Page } from './page.ts';
import { FORMS, PART_OF, pageOf } from './pages.ts';
import { watchProfiles } from './open-profile.ts';
import { matrixKey, matrixPick, matrixPress } from './skills-events.ts';
import { partMatrix } from './skills-matrix.ts';

const main = document.querySelector('main')!;
const status = document.querySelector('#status')!;
const ladder = JSON.parse(document.querySelector('#ladder')!.textContent) as Ladder;
const catalog = createCatalog(ladder);
let quiz: LadderBank | undefined;
const book = {
  catalog,
  cites: ladder.sources.length > 0,
  quiz: () => (quiz ??= bankOf(catalog)),
  search: (query: string) => searchLadder(catalog, query, []),
};

/** Whether the numbers of sources are hidden; the address carries it from view to view. */
let isBare = false;
const BARE = '&sources=off';

/** Whether what is to be shown next was chosen in a form that leads on at once. */
let isChosen = false;

const places = createPlaces();

/** The same view again, with another profile or with none; what is wrong with a file is told where one is asked for. */
const profiles = watchProfiles(catalog, main, (isWrong) => {
  const asks = ['fit', 'plan'].includes(readAddress(location.hash).view);
  go(isWrong && !asks ? '#fit' : location.hash);
});

for (const hidden of document.querySelectorAll<HTMLElement>('header [hidden]')) hidden.hidden = false;
show(true);

addEventListener('hashchange', () => {
  places.leave();
  show(false);
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const pressed = event.target.closest<HTMLElement>('[data-to]');
  if (pressed) go(pressed.dataset['to']!, pressed.hasAttribute('data-replace'));
  else if (event.target.closest('.skip')) {
    event.preventDefault();
    focusTitle();
  } else if (event.target.closest('[data-look]')) {
    event.preventDefault();
    const card = main.querySelector<HTMLElement>('.card[tabindex="0"], #filtered input, .card');
    card?.focus();
    card?.scrollIntoView({ block: 'center' });
  } else matrixPress(event.target, bookNow());
});

document.addEventListener('submit', (event) => {
  event.preventDefault();
  send(event.target as HTMLFormElement);
});

document.addEventListener('change', (event) => {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return;
  const live = target.closest<HTMLFormElement>('form[data-live]');
  if (live) send(live);
  else if (target.id === 'show-sources') {
    isBare = !(target as HTMLInputElement).checked;
    history.replaceState(history.state, '', addressNow(location.hash));
  } else matrixPick(target);
});

document.addEventListener('input', (event) => {
  const field = event.target as HTMLInputElement;
  if (field.dataset['filter'] === undefined) return;
  status.textContent = filterList(main, field.value, field.dataset['filter']);
});

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof Element)) return;
  // What has keys of its own keeps them.
  if (target.closest('input, select, textarea')) return;
  if (ladderKey(event, target) || matrixKey(event, target, bookNow())) return;
  const answers = [...main.querySelectorAll<HTMLElement>('.answers button')];
  if (answers.length === 0) return;
  if (/^[1-9]$/.test(key)) {
    // A key that is held down answers one question.
    if (!event.repeat) answers[Number(key) - 1]?.click();
  } else if (key === 'Backspace' && !event.repeat) {
    main.querySelector<HTMLElement>('[data-back]')?.click();
  } else if ((key === 'ArrowDown' || key === 'ArrowUp') && target.closest('.quiz')) {
    const at = answers.findIndex((answer) => answer === target);
    // From the question itself, down leads to the first answer and up to the last.
    const next = key === 'ArrowDown' ? at + 1 : at < 0 ? answers.length - 1 : at - 1;
    answers[(next + answers.length) % answers.length]?.focus();
    event.preventDefault();
  }
});

for (const kind of ['mouseover', 'focusin', 'mouseout', 'focusout']) {
  document.addEventListener(kind, ({ target }) => {
    lightLadder(main, kind.endsWith('out') ? null : target);
  });
}

addEventListener('resize', () => {
  if (!matchMedia('print').matches) fitLadders(main);
});

/** Paper says where it is from and when it was printed, and all that is on it fits. */
addEventListener('beforeprint', () => {
  for (const details of main.querySelectorAll('details')) fill(details);
  fitLaddersToPaper(main);
  main
    .querySelector('.grid-wrap--wide')
    ?.after(...toNodes([element('div', { class: 'only-print grid-wrap' }, ...partMatrix(catalog))]));
  document.querySelector('#printed')!.textContent = `${location.href} · ${new Date().toISOString().slice(0, 10)}`;
});

addEventListener('afterprint', () => {
  main.querySelector('.only-print')?.remove();
  fitLadders(main);
});

function send(form: HTMLFormElement): void {
  const addressOf = FORMS[form.dataset['form'] ?? ''];
  // A menu that is walked through by arrow keys changes many times.
  isChosen = 'live' in form.dataset;
  if (addressOf) go(addressOf(new FormData(form)), isChosen);
}

/** An address with what is remembered from view to view. */
function addressNow(address: string): string {
  const plain = address.replace(BARE, '');
  return isBare ? `${plain === '' ? '#' : plain}${BARE}` : plain;
}

/** Goes to another view; to the same one again, so that whoever asked is told. */
function go(address: string, replaces = false): void {
  const to = addressNow(address);
  if (to === location.hash || (to === '#' && location.hash === '')) {
    places.forget();
    show(false);
  } else if (replaces) location.replace(to);
  else location.hash = to;
}

/** The sources of each view are numbered anew. */
function bookNow(): Book {
  return { ...book, ...profiles.now(), cited: createCites(catalog) };
}

/** Shows what the address asks for. */
function show(isFirst: boolean): void {
  const { view, values, options } = readAddress(location.hash);
  const remembered = options.get('sources')?.[0];
  if (remembered !== undefined) isBare = remembered === 'off';
  const asked = { view, values, options: new Map([...options].filter(([name]) => name !== 'sources')) };
  render(pageOf(bookNow(), asked), view, isFirst);
}

function render(page: Page, view: string, isFirst: boolean): void {
  const address = addressNow(page.address ?? location.hash);
  if (address !== location.hash && address !== '') history.replaceState(history.state, '', address);
  document.title = [page.title, ladder.title].filter((part) => part !== '').join(' · ');
  // Who chose in a form goes on there.
  const active = document.activeElement;
  const wasChosen = isChosen;
  isChosen = false;
  const stays = wasChosen ? (active?.id ?? '') : '';
  const body = document.createElement('main');
  body.append(...toNodes(page.body));
  if (stays !== '' && active instanceof HTMLSelectElement && body.querySelector(`#${stays}`)) {
    replaceAround(active, main, body);
  } else main.replaceChildren(...body.childNodes);
  status.textContent = '';
  const shown = main.querySelector<HTMLInputElement>('#show-sources');
  if (shown) shown.checked = !isBare;
  document.body.classList.toggle('bare', isBare && !shown);
  markView(PART_OF[view] ?? view);
  // The front has a field of its own.
  document.querySelector<HTMLElement>('.head-find')!.hidden = view === '' || view === 'search';
  fitLadders(main);
  const title = main.querySelector('h1');
  if (title) title.tabIndex = -1;
  const at = places.now();
  const cited = page.cite === undefined ? undefined : factOf(page.cite);
  if (cited) {
    cited.classList.add('cited');
    cited.focus({ preventScroll: true });
    if (at === undefined) cited.scrollIntoView({ block: 'center' });
    else scrollTo(0, at);
  } else if (isFirst) {
    if (at !== undefined) scrollTo(0, at);
  } else {
    // Whoever left the form for a place that is gone has a name to put right.
    const field = wasChosen
      ? (document.getElementById(stays) ?? main.querySelector<HTMLElement>('[aria-invalid]'))
      : null;
    if (field) field.focus({ preventScroll: true });
    else focusTitle();
    if (!field) scrollTo(0, at ?? 0);
  }
}

function focusTitle(): void {
  main.querySelector('h1')?.focus({ preventScroll: true });
}

/** By comparison rather than by selector: an id is somebody else's text. A source's own entry is its heading. */
function factOf(id: string): HTMLElement | undefined {
  const facts = [...main.querySelectorAll<HTMLElement>('[data-cite]')];
  const fact = facts.find((entry) => entry.dataset['cite'] === id);
  if (fact) return fact;
  const heading = [...main.querySelectorAll('h2')].find(({ textContent }) => textContent.startsWith(`${id} · `));
  if (heading) heading.tabIndex = -1;
  return heading;
}

function markView(view: string): void {
  for (const link of document.querySelectorAll<HTMLElement>('header [data-view]')) {
    if (link.dataset['view'] === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
