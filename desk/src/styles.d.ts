/** What esbuild gathers into the one style of the page. */
declare module "*.css";
