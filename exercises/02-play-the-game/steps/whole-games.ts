/** Columns in the order in which Ada and Grace take turns at them; each sequence ends its game. */

/** Ada stacks four in column A. */
export const win = 'ABABABA';

/** Forty-two tokens, and never four in a row. */
export const tie = 'ABABABBABABACDCDCDDCDCDCEFEFEFFEFEFEGGGGGG';

/** Grace has four along a diagonal, from D at the bottom up to G. */
export const winOfTwo = 'ADEEFFGFGGCG';

/** Grace wins with the very last token that fits on the board. */
export const winAtTheLast = 'AGDCGAGBECBGFAFGFEDFFADDADAEFCEBCDBCCBEGEB';
