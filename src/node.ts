/**
 * The part of the public library that reads files, and so needs Node.
 */
export { checkLadder, loadLadder, type LoadedLadder } from './system/load-ladder.ts';
