declare module 'virtual:claim-database' {
  const database: import('./database').ClaimDatabase;
  export default database;
}
