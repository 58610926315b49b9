#pragma once
#include <filesystem>
#include <string>

namespace vidimus::golden {

/// Where a case of the recipe is drawn, with an index.json of it alone. Named after the recipe and the drawing program:
/// what was drawn once is used until one of them changes, and never changed once it is there.
std::filesystem::path drawnCase(const std::string& name);
/// Where the signers stand that the recipe uses: trust/ and other-trust/.
std::filesystem::path drawnTrust();
/// Draws a case, and the signers, where that has not been done. Two who ask at once draw once. Empty, or what went
/// wrong.
std::string draw(const std::string& name);

/// Where the results of this run are kept: one ctest (or one start of the test program without ctest) is one run, and
/// sees no other's results. Made on demand.
std::filesystem::path runFolder();
/// Results of runs that ended long ago and drawings of former recipes go. The latest few stay to be looked at.
void tidyUp();

} // namespace vidimus::golden
