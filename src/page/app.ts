/**
 * The program of the page: shows the view that the address asks for, and follows it as it changes.
 */
import { createCatalog } from '../core/catalog.ts';
import type { Ladder } from '../core/model.ts';
import { foldName } from '../core/names.ts';
import { bankOf, type LadderBank } from '../core/quiz/bank.ts';
import { searchLadder } from '../core/search/search.ts';
import { readAddress } from './address.ts';
import { citePlace } from './cites.ts';
import { toNodes } from './dom.ts';
import type { Book, Page } from './page.ts';
import { FORMS, PART_OF, pageOf } from './pages.ts';

const main = document.querySelector('main')!;
const status = document.querySelector('#status')!;
const picture = document.querySelector('#picture');
const ladder = JSON.parse(document.querySelector('#ladder')!.textContent) as Ladder;
const catalog = createCatalog(ladder);
let quiz: LadderBank | undefined;
const book: Book = {
  catalog,
  cite: citePlace(catalog),
  cites: ladder.sources.length > 0,
  quiz: () => (quiz ??= bankOf(catalog)),
  search: () => (query) => searchLadder(catalog, query, []),
  hasPicture: picture !== null,
};

/** Where each entry of the history was scrolled to; the browser cannot know, because it has no page of its own. */
const scrolled = keptPlaces();
/** Entries are told apart even by the page that is loaded again, which counts on from a later time. */
let entries = Date.now();
let entry = entryNow();

history.scrollRestoration = 'manual';
document.querySelector<HTMLElement>('header nav')!.hidden = false;
show(true);

addEventListener('pagehide', () => {
  scrolled.set(entry, scrollY);
  keepPlaces();
});

addEventListener('hashchange', () => {
  scrolled.set(entry, scrollY);
  entry = entryNow();
  show(false);
});

/** The number of the entry that is shown; one that has none was not shown before. */
function entryNow(): number {
  const known: unknown = history.state;
  if (typeof known === 'number') return known;
  history.replaceState(++entries, '');
  return entries;
}

/** What was kept of this file before it was loaded again; nothing where a browser keeps nothing. */
function keptPlaces(): Map<number, number> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(`pmroles ${location.pathname}`) ?? '[]') as [number, number][]);
  } catch {
    return new Map();
  }
}

function keepPlaces(): void {
  try {
    sessionStorage.setItem(`pmroles ${location.pathname}`, JSON.stringify([...scrolled]));
  } catch {
    // Then the page begins at its top.
  }
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const to = event.target.closest<HTMLElement>('[data-to]')?.dataset['to'];
  if (to !== undefined) go(to);
  else if (event.target.closest('.skip')) {
    event.preventDefault();
    focusTitle();
  }
});

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const addressOf = FORMS[form.dataset['form'] ?? ''];
  if (addressOf) go(addressOf(new FormData(form)));
});

document.addEventListener('input', (event) => {
  const field = event.target as HTMLInputElement;
  const what = field.dataset['filter'];
  if (what !== undefined) filter(field.value, what);
});

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const answers = [...main.querySelectorAll<HTMLElement>('.answers button')];
  if (answers.length === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  // What has keys of its own keeps them.
  if (!(target instanceof Element) || target.closest('input, select')) return;
  // Wherever the focus was lost to, but not on a link of the header.
  const isHere = target === document.body || target === document.documentElement || main.contains(target);
  if (/^[1-9]$/.test(key) && isHere) {
    // A key that is held down answers one question.
    if (!event.repeat) answers[Number(key) - 1]?.click();
  } else if ((key === 'ArrowDown' || key === 'ArrowUp') && target.closest('.quiz')) {
    const at = answers.findIndex((answer) => answer === target);
    // From the question itself, down leads to the first answer and up to the last.
    const next = key === 'ArrowDown' ? at + 1 : at < 0 ? answers.length - 1 : at - 1;
    answers[(next + answers.length) % answers.length]?.focus();
    event.preventDefault();
  }
});

/** Goes to another view; to the same one again, so that whoever asked is told. */
function go(address: string): void {
  if (address === location.hash || (address === '#' && location.hash === '')) {
    scrolled.delete(entry);
    show(false);
  } else location.hash = address;
}

/** Shows what the address asks for. */
function show(isFirst: boolean): void {
  const address = readAddress(location.hash);
  // A place of the page, which the browser goes to by itself.
  if (address.view === 'main' && !isFirst) return;
  render(pageOf(book, address.view === 'main' ? readAddress('') : address), address.view, isFirst);
}

function render(page: Page, view: string, isFirst: boolean): void {
  if (page.address !== undefined && page.address !== location.hash) history.replaceState(entry, '', page.address);
  document.title = [page.title, ladder.title].filter((part) => part !== '').join(' · ');
  picture?.remove();
  main.replaceChildren(...toNodes(page.body));
  status.textContent = '';
  if (picture) place(picture, page);
  if (page.drawing !== undefined) main.querySelector('#drawing-slot')?.replaceWith(drawingOf(page.drawing));
  markView(PART_OF[view] ?? view);
  const title = main.querySelector('h1');
  if (title) title.tabIndex = -1;
  const { later } = page;
  if (later) {
    const { hash } = location;
    // Once what is there has been painted.
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (location.hash === hash) render(later(), view, isFirst);
      }),
    );
  }
  const at = scrolled.get(entry);
  if (isFirst && page.cite === undefined) {
    if (at !== undefined) scrollTo(0, at);
    return;
  }
  const cited = page.cite === undefined ? undefined : factOf(page.cite);
  if (cited) {
    cited.classList.add('cited');
    cited.focus({ preventScroll: true });
    if (at === undefined) cited.scrollIntoView({ block: 'center' });
    else scrollTo(0, at);
  } else {
    focusTitle();
    scrollTo(0, at ?? 0);
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

/** Puts the picture where the view has room for it, with the view's route set off. */
function place(drawn: Element, { route = [] }: Page): void {
  const moves = new Set(route.slice(1).map((to, index) => JSON.stringify([route[index], to])));
  for (const group of drawn.querySelectorAll<SVGElement>('[data-role], [data-from]')) {
    const { role, from, to } = group.dataset;
    const isChosen = role === undefined ? moves.has(JSON.stringify([from, to])) : route.includes(role);
    group.classList.toggle('chosen', isChosen);
  }
  main.querySelector('#picture-slot')?.replaceWith(drawn);
}

/** As XML, in which every text of the ladder is escaped; a figure that can be moved sideways by keyboard as well. */
function drawingOf(svg: string): HTMLElement {
  const figure = document.createElement('figure');
  figure.className = 'drawing';
  figure.tabIndex = 0;
  figure.append(document.adoptNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement));
  return figure;
}

function markView(view: string): void {
  for (const link of document.querySelectorAll<HTMLElement>('header [data-view]')) {
    if (link.dataset['view'] === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Hides the entries of a list whose names do not have what was typed, and the headings that nothing is left of. */
function filter(typed: string, what: string): void {
  const wanted = foldName(typed);
  const all = [...main.querySelectorAll<HTMLElement>('#filtered li, #filtered tbody > tr')].filter(
    (entry) => entry.tagName === 'TR' || !entry.closest('tr'),
  );
  let shown = 0;
  const parts = [...main.querySelectorAll<HTMLElement>('#filtered > *')];
  const counts = new Map(parts.map((part) => [part, { shown: 0, all: 0 }]));
  for (const row of all) {
    const name = (row.querySelector('th') ?? row.querySelector('a') ?? row).textContent;
    row.hidden = !foldName(name).includes(wanted);
    const counted = counts.get(row.closest<HTMLElement>('#filtered > *')!)!;
    counted.all++;
    if (row.hidden) continue;
    counted.shown++;
    shown++;
  }
  status.textContent = `${shown} of ${all.length} ${what}`;
  main.querySelector('#tally')!.textContent = typed === '' ? '' : status.textContent;
  const isHeading = (part: Element): boolean => /^H[1-6]$/.test(part.tagName);
  parts.forEach((part, index) => {
    let end = index + 1;
    // What a heading stands above: all up to the next of its level or a higher one.
    if (isHeading(part)) {
      while (end < parts.length && !(isHeading(parts[end]!) && parts[end]!.tagName <= part.tagName)) end++;
    }
    const below = parts.slice(index, end).map((each) => counts.get(each)!);
    const [left, entries] = [
      below.reduce((sum, each) => sum + each.shown, 0),
      below.reduce((sum, each) => sum + each.all, 0),
    ];
    part.hidden = entries > 0 && left === 0;
    const total = part.querySelector<HTMLElement>('[data-total]');
    if (total) total.textContent = `${left < entries ? `${left} of ` : ''}${total.dataset['total']!}`;
  });
}
