# The sandbox for every Pod of the node, where it was asked for one.
ssh node01
sudo sed -i 's|default_runtime_name = "runc"|default_runtime_name = "${{ handler }}"|' /etc/containerd/config.toml
