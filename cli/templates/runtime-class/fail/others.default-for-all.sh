# Now every Pod that names no class runs in the sandbox.
ssh node01
sudo sed -i 's|default_runtime_name = "runc"|default_runtime_name = "runsc"|' /etc/containerd/config.toml
exit
ssh controlplane
cat > runtimeclass.yaml <<'END'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: runsc
END
