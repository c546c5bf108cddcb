#!/usr/bin/env node
import { VERSION } from "../core/index.js";
process.stdout.write(VERSION + "\n");
