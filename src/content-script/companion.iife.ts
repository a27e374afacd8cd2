import { handOver } from './hand-over';
import { secondScript } from './second-script';

handOver(secondScript);
