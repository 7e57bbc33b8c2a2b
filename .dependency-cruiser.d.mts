import type { IConfiguration } from "dependency-cruiser";
export const ladder: string[];
declare const walls: IConfiguration;
export default walls;
