import { Companion } from './companion';
import { handOver } from './hand-over';

handOver((shown, onView) => new Companion(shown, onView));
