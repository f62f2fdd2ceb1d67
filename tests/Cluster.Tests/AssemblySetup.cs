// One cluster at a time: the machine is shared by all of its processes.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
