import { invitationOf, roomKey } from './invitation';

// Invitations to a room, one a member: ROOMS_SECRET=… ROOMS_KEY=… npx tsx server/invite.ts ROOM COUNT [read|write] [DAYS]
const [room = '', count = '1', role = 'write', days = '180'] = process.argv.slice(2);
const { ROOMS_SECRET, ROOMS_KEY = '' } = process.env;
if (!ROOMS_SECRET) throw new Error('ROOMS_SECRET is not set: what the server knows invitations by.');
if (ROOMS_KEY.length < 32)
  throw new Error(
    'ROOMS_KEY is not set, or shorter than 32 characters: what rooms are sealed with. Make one (openssl rand -hex 32), ' +
      'keep it for later invitations to the same rooms, and never give it to the server.',
  );
if (!/^[\w-]{1,64}$/.test(room) || (role !== 'read' && role !== 'write'))
  throw new Error('ROOM COUNT [read|write] [DAYS]');
for (let i = 0; i < Number(count); i++) {
  const member = crypto.randomUUID().slice(0, 8);
  const until = Date.now() + Number(days) * 86_400_000;
  console.log(
    `${member}  ${await invitationOf({ room, role, member, until }, ROOMS_SECRET, roomKey(ROOMS_KEY, room))}`,
  );
}
