#pragma once
#include "app/pack_check.hpp"
#include "app/workers.hpp"

/// The tests of a pack that run its code or read with it.
namespace vidimus::app {

/// Every validator answers everything, and the same twice.
std::vector<std::string> troubleOfValidators(const packs::Pack& pack, pipeline::PluginServices& services);
/// Every check answers a document of which nothing is known, and does not fail on it.
std::vector<std::string> troubleOfChecks(const packs::Pack& pack, pipeline::PluginServices& services);
/// One test for each sheet in specimens/, drawn, read and checked; and one that genuine, altered and foreign are there.
std::vector<PackTest> testsOfSpecimens(const packs::Pack& pack, const House& house, Workers& workers);

/// Failed where there is trouble.
PackTest testOf(std::string name, const std::vector<std::string>& trouble, std::string remark = {});

} // namespace vidimus::app
