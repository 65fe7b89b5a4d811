/**
 * Makes cli-table3 measure text as the rest of the program does.
 *
 * Its own measure knows fewer characters, takes links for text, and compiles a pattern of 10 KB for every text: most of the time
 * of a comparison. For every line it also shortens the whole cell, one character at a time, for a debugging message that is off.
 * Every line comes here broken to fit, so that nothing is left to shorten.
 */
import utils from 'cli-table3/src/utils.js';
import { widthOf } from './width.ts';

utils.strlen = (text) => text.split('\n').reduce((widest, line) => Math.max(widest, widthOf(line)), 0);
utils.truncate = (text) => text;
utils.pad = (text, width, blank, side) => {
  const space = blank.repeat(Math.max(width - widthOf(text), 0));
  return side === 'right' ? space + text : text + space;
};
