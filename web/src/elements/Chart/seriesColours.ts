import type { Theme } from "../../theme/theme";

const light = ["#4f46e5", "#e8590c", "#0c8599", "#c2255c", "#5c940d", "#9c36b5", "#b7791f", "#1971c2"];
const dark = ["#9d9bff", "#ffa06b", "#5fd0e0", "#ff8fb1", "#a9d46a", "#dba3ee", "#f0c674", "#8cc4f8"];

export const seriesColours = (theme: Theme): readonly string[] => (theme === "dark" ? dark : light);
