import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A WebDAV server as readers have them, on this machine, with a folder of its own that is thrown away. */
export interface DavServer {
  /** Address of its root, which is empty and needs USER and PASSWORD. */
  url: string;
  /** Where its files are on this disk. */
  files: string;
  /** Goes away for a while: its files stay. */
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  stop: () => Promise<void>;
}

export const USER = 'reader';
export const PASSWORD = 'vợ chồng:1';

export type ServerKind = 'apache2' | 'nginx' | 'rclone';
const MODULES = '/usr/lib/apache2/modules';
const NEEDED: Record<ServerKind, string[]> = {
  apache2: ['/usr/sbin/apache2', `${MODULES}/mod_dav_fs.so`],
  nginx: ['/usr/sbin/nginx', '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so'],
  rclone: ['/usr/bin/rclone'],
};

/** What of a server is not installed here; `null` when all of it is. */
export const missingFor = (kind: ServerKind): string | null => NEEDED[kind].find((path) => !existsSync(path)) ?? null;

/** What is not installed here may be left out; where every server is (.ci/run) its absence is a failure. */
export const mayBeMissing = (): boolean => process.env.COUNTERPOINT_SERVERS !== 'all';

/** Starts a server. @throws when it does not answer in time, with what it said */
export async function startServer(kind: ServerKind): Promise<DavServer> {
  const home = mkdtempSync(join(tmpdir(), `dav-${kind}-`));
  const files = join(home, 'files');
  mkdirSync(files);
  // Servers started as root work as another user.
  chmodSync(home, 0o755);
  chmodSync(files, 0o777);
  const port = await freePort();
  const [command, ...args] = commandOf(kind, home, files, port);
  const url = `http://127.0.0.1:${port}/`;
  let server: ChildProcess | null = null;
  const resume = async () => {
    // Gently: other things run on the machine.
    const started = spawn('nice', ['-n', '10', command ?? '', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    server = started;
    let said = '';
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (piece) => {
        said += piece;
      });
    }
    await answering(url, started, () => said);
  };
  const pause = async () => {
    const over = new Promise((done) => server?.once('exit', done));
    server?.kill('SIGTERM');
    await Promise.race([over, new Promise((done) => setTimeout(done, 5000))]);
  };
  await resume();
  return {
    url,
    files,
    pause,
    resume,
    async stop() {
      await pause();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function commandOf(kind: ServerKind, home: string, files: string, port: number): string[] {
  if (kind === 'rclone') {
    const listen = ['--addr', `127.0.0.1:${port}`, '--user', USER, '--pass', PASSWORD];
    return ['/usr/bin/rclone', 'serve', 'webdav', files, ...listen, '--config', join(home, 'none.conf')];
  }
  const passwords = join(home, 'passwords');
  // As both servers read it (https://httpd.apache.org/docs/2.4/misc/password_encryptions.html).
  writeFileSync(passwords, `${USER}:{SHA}${createHash('sha1').update(PASSWORD).digest('base64')}\n`);
  const config = join(home, 'server.conf');
  writeFileSync(
    config,
    kind === 'apache2' ? apache(home, files, passwords, port) : nginx(home, files, passwords, port),
  );
  return kind === 'apache2'
    ? ['/usr/sbin/apache2', '-X', '-f', config]
    : ['/usr/sbin/nginx', '-p', home, '-c', config, '-e', join(home, 'error.log')];
}

const apache = (home: string, files: string, passwords: string, port: number): string => `
ServerRoot ${home}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${home}/pid
ErrorLog ${home}/error.log
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
${[
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
  'deflate',
  'filter',
]
  .map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`)
  .join('\n')}
DavLockDB ${files}/.locks
DocumentRoot ${files}
SetOutputFilter DEFLATE
<Directory ${files}>
  Dav On
  AuthType Basic
  AuthName files
  AuthUserFile ${passwords}
  Require valid-user
</Directory>
`;

const nginx = (home: string, files: string, passwords: string, port: number): string => `
load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
daemon off;
${process.getuid?.() === 0 ? 'user www-data;' : ''}
pid ${home}/pid;
error_log ${home}/error.log;
events {}
http {
  access_log off;
  gzip on;
  gzip_types *;
  client_body_temp_path ${files}/.temp;
  server {
    listen 127.0.0.1:${port};
    root ${files};
    auth_basic files;
    auth_basic_user_file ${passwords};
    client_max_body_size 64m;
    location / {
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS;
      create_full_put_path off;
    }
  }
}
`;

async function answering(url: string, server: ChildProcess, said: () => string): Promise<void> {
  for (let i = 0; i < 200 && server.exitCode === null; i++) {
    if (await fetch(url).catch(() => null)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The server does not answer: ${said()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
