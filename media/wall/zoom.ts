const steps = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];

/** One step larger or smaller, or back to 1. */
export function zoomAfter(zoom: number, by: 1 | -1 | 0): number {
  if (by === 0) return 1;
  const beyond = by > 0 ? steps.find((step) => step > zoom) : steps.findLast((step) => step < zoom);
  return beyond ?? zoom;
}
