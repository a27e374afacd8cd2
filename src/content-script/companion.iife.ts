import { Companion } from './companion';
import { Followers } from './followers';
import { handOver } from './hand-over';

handOver(() => {
  const followers = new Followers();
  return (shown) => new Companion(shown, followers);
});
