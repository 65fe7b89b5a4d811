export const matrixPress = (_: Element): boolean => false;
export const matrixKey = (_: KeyboardEvent, __: Element): boolean => false;
