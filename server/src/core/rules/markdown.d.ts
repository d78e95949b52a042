// The bundler turns the page of a rule into its text.

declare module "*.md" {
  const text: string;
  export default text;
}
