/** "3.20" → "+3.20", "-3.20" → "−3.20": a difference says which way it goes. */
export const signed = (points: string): string => (points.startsWith("-") ? `−${points.slice(1)}` : /[1-9]/.test(points) ? `+${points}` : points);
