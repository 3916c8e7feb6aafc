import { describeSafety } from './git-safety.ts';

describeSafety('reset');
