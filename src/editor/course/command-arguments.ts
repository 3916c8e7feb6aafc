/** Which step a command is about: named by its number, or by the tree's own item. */
export function stepNumber(wanted: unknown): string | undefined {
  if (typeof wanted === 'string') return wanted;
  if (typeof wanted !== 'object' || wanted === null || !('step' in wanted)) return undefined;
  const { step } = wanted;
  return typeof step === 'object' && step !== null && 'number' in step ? String(step.number) : undefined;
}

/** Which exercise a command is about: named by its id, or by the tree's own item. */
export function exerciseId(wanted: unknown): string | undefined {
  if (typeof wanted === 'string') return wanted;
  if (typeof wanted !== 'object' || wanted === null || !('of' in wanted)) return undefined;
  const { of } = wanted;
  if (typeof of !== 'object' || of === null || !('exercise' in of)) return undefined;
  const { exercise } = of;
  return typeof exercise === 'object' && exercise !== null && 'id' in exercise ? String(exercise.id) : undefined;
}
