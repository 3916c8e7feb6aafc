import { describeSafety } from './git-safety.ts';

describeSafety('bring along');
