import { districtEndpoints } from "@/lib/districts/endpoints";

/** Every endpoint of the API, as its features define them. */
export const endpoints = [...districtEndpoints];
