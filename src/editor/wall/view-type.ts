/** The editor's name in package.json. */
export const wallViewType = 'groundUp.wall';
