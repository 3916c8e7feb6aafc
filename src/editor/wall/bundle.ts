export { exportActiveWall } from './export-wall.ts';
export { openWall } from './wall-editor.ts';
