import { openKeep, whereToKeep } from './keep';

// Takes an invitation back: ROOMS_REDIS=… or ROOMS_FOLDER=… npx tsx server/put-out.ts ROOM MEMBER
const [room = '', member = ''] = process.argv.slice(2);
if (![room, member].every((part) => /^[\w-]{1,64}$/.test(part)))
  throw new Error('ROOM MEMBER: as the invitation was made.');
const { kept, close } = openKeep(whereToKeep(process.env));
await kept.putOut(room, member);
close();
console.log(`${member} is out of ${room}, on every instance within seconds. What they shared stays.`);
