import { describeSafety } from './git-safety.ts';

describeSafety('start');
