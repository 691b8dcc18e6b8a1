-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "PackFiles" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "labId" TEXT NOT NULL,
    "files" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "filesHash" TEXT NOT NULL,
    "variant" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attempt_filesHash_fkey" FOREIGN KEY ("filesHash") REFERENCES "PackFiles" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Step" (
    "attemptId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "tab" TEXT,
    "terminal" TEXT,
    "text" TEXT,
    "host" TEXT,
    "path" TEXT,
    "check" TEXT,
    "ended" TEXT,
    "exitCode" INTEGER,
    "prompt" TEXT,
    "output" TEXT,
    "cleared" BOOLEAN,
    "touched" BOOLEAN,
    "digest" TEXT,
    "snapshot" BLOB,
    "kept" BOOLEAN NOT NULL DEFAULT false,
    "report" TEXT,
    "earned" INTEGER,
    "of" INTEGER,
    "solved" BOOLEAN,

    PRIMARY KEY ("attemptId", "seq"),
    CONSTRAINT "Step_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Attempt_learnerId_labId_startedAt_idx" ON "Attempt"("learnerId", "labId", "startedAt");

-- CreateIndex
CREATE INDEX "Step_attemptId_kind_idx" ON "Step"("attemptId", "kind");
