/** What cli-table3 measures with. It ships no types for it. */
declare module 'cli-table3/src/utils.js' {
  const utils: {
    strlen: (text: string) => number;
    truncate: (text: string, width: number) => string;
    pad: (text: string, width: number, blank: string, side: 'left' | 'right') => string;
  };
  export default utils;
}
