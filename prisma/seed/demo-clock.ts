/** The Tuesday on which the demo begins, at 08:30 in Shanghai. */
export const demoStart = "2023-04-11";
export const startMinutes = 8 * 60 + 30;
