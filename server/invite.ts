import { invitationOf } from './invitation';

// Invitations to a room, one a member: ROOMS_SECRET=… npx tsx server/invite.ts ROOM COUNT [read|write] [DAYS]
const [room = '', count = '1', role = 'write', days = '180'] = process.argv.slice(2);
const { ROOMS_SECRET } = process.env;
if (!ROOMS_SECRET) throw new Error('ROOMS_SECRET is not set.');
if (!/^[\w-]{1,64}$/.test(room) || (role !== 'read' && role !== 'write'))
  throw new Error('ROOM COUNT [read|write] [DAYS]');
for (let i = 0; i < Number(count); i++) {
  const member = crypto.randomUUID().slice(0, 8);
  const until = Date.now() + Number(days) * 86_400_000;
  console.log(`${member}  ${invitationOf({ room, role, member, until }, ROOMS_SECRET)}`);
}
