/** Where the packed list of words is; the build makes it. */
declare module "virtual:chinese-words" {
  const address: string;
  export default address;
}
