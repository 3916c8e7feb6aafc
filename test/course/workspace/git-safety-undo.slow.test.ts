import { describeSafety } from './git-safety.ts';

describeSafety('undo');
