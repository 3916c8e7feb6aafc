/** A step as people say it: `1.5` stays as it is, `bonus` becomes `Bonus`. */
export function stepLabel(number: string): string {
  return number.charAt(0).toUpperCase() + number.slice(1);
}
