// Style sheets go into the page through the build.
declare module '*.css';
